// Your tracker begins here. So far it knows no command: the brief says which ones it needs.
console.error('error: this tracker cannot do anything yet');
process.exitCode = 2;
