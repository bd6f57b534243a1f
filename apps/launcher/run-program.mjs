import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** Runs a program to its end and gives its exit status (128 and more when a signal ended it); the signals that stop us are passed on to it. */
export function runProgram(program, args, options = {}) {
  return new Promise((ended, failed) => {
    const child = spawn(program, args, { stdio: 'inherit', ...options });
    const passOn = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, passOn);
    const letGo = () => signals.forEach((signal) => process.off(signal, passOn));
    child.once('error', (error) => (letGo(), failed(error)));
    child.once('exit', (status, signal) => (letGo(), ended(status ?? 128 + constants.signals[signal])));
  });
}
