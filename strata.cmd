@echo off
rem Starts the companion with the pinned Node; installs what is missing first.
setlocal
set "ROOT=%~dp0"
node "%ROOT%shared\strata\setup.mjs" || exit /b 1
if not defined NODE_COMPILE_CACHE set "NODE_COMPILE_CACHE=%ROOT%.strata\cache\compile"
"%ROOT%node_modules\node\bin\node.exe" "%ROOT%shared\strata\src\main.ts" %*
