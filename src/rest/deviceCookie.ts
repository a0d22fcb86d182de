import type { Request, Response } from 'express';

const name = 'hub-devices';
const mostMarks = 10;
const yearMs = 365 * 24 * 3_600_000;

/** The device marks that this browser kept, newest first. */
export function readDeviceMarks(req: Request): string[] {
  const value = new RegExp(`(?:^|; )${name}=([\\w.-]{1,500})`).exec(req.headers.cookie ?? '')?.[1];
  return value === undefined ? [] : value.split('.').slice(0, mostMarks);
}

/** Keeps a device mark in this browser: for signing in only, out of reach of scripts, and after a sign-out too. */
export function keepDeviceMark(req: Request, res: Response, mark: string, secure: boolean): void {
  const others = readDeviceMarks(req).filter((kept) => kept !== mark);
  res.cookie(name, [mark, ...others].slice(0, mostMarks).join('.'), {
    path: '/api/v1/auth/login',
    maxAge: yearMs,
    httpOnly: true,
    sameSite: 'strict',
    secure,
  });
}
