import type { APIGatewayProxyStructuredResultV2 as HttpAnswer } from 'aws-lambda';

/** An answer that is not JSON: a page, a CSV text. */
export class RawAnswer {
  readonly answer: HttpAnswer;
  constructor(answer: HttpAnswer) {
    this.answer = answer;
  }
}
