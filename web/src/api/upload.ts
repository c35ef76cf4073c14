import { Problem } from './problem.ts';

export interface Upload {
  readonly done: Promise<void>;
  readonly stop: () => void;
}

/** Sends a file to the link that the API gave for it, telling how many bytes have gone. `fetch` cannot tell that. */
export function upload(url: string, file: File, note: (sent: number) => void): Upload {
  const request = new XMLHttpRequest();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const refuse = (code: string, detail: string) => reject(new Problem({ status: request.status, code, detail }));
  request.upload.onprogress = ({ loaded }) => note(loaded);
  request.onload = () =>
    request.status >= 200 && request.status < 300
      ? resolve()
      : refuse('upload.refused', 'The file was not taken: the link may be over, or the file has changed since it was chosen.');
  request.onerror = () => refuse('upload.network', 'The connection was lost while the file was being sent.');
  request.onabort = () => refuse('upload.stopped', 'The upload was stopped.');
  request.open('PUT', url);
  // The link is signed without a type: with one, S3 would refuse it.
  request.send(new Blob([file]));
  return { done: promise, stop: () => request.abort() };
}
