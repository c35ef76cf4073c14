/** Paths that are files: built ones, and those beside index.html. Every other path is a screen's address, dots in it or not. */
export const FILE = /^\/(assets\/.*|[^/]+\.[a-z0-9]+)$/;

/** What is sent for a path: a screen's address gets the page, which shows the screen; a file that is missing stays missing. */
export const servedPath = (path: string): string => (FILE.test(path) ? path : '/index.html');

/** The same rule as a CloudFront function of viewer requests (JavaScript runtime 2.0). */
export const REWRITE = `function handler(event) {
  var request = event.request;
  if (!${FILE}.test(request.uri)) request.uri = '/index.html';
  return request;
}
`;

/** The API knows its routes without the `/api` under which the console's host passes requests on to it. */
export const API_REWRITE = `function handler(event) {
  var request = event.request;
  request.uri = request.uri.slice('/api'.length);
  return request;
}
`;
