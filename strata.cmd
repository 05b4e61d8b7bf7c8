@echo off
rem Starts the companion with the pinned Node; installs what is missing first.
setlocal
set "ROOT=%~dp0"
where node >nul 2>nul
if errorlevel 1 (
  echo Strata needs Node.js 20 or newer: install it from https://nodejs.org and try again. 1>&2
  exit /b 1
)
node "%ROOT%shared\strata\setup.mjs"
if errorlevel 1 exit /b 1
if not defined NODE_COMPILE_CACHE set "NODE_COMPILE_CACHE=%ROOT%.strata\cache\compile"
"%ROOT%node_modules\node\bin\node.exe" "%ROOT%shared\strata\src\main.ts" %*
