// For `node --require`: with the first word that the program says, a promise is rejected that nobody waits for.
const { write } = process.stdout;
process.stdout.write = function (...args) {
  process.stdout.write = write;
  void Promise.reject(new Error('forgotten'));
  return write.apply(this, args);
};
