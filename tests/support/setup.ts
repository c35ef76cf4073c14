import { endpoints } from './endpoints.ts';

// The same variables that AWS sets in a Lambda: handlers called in this process find the deployed table by them.
process.env.LOG ??= 'off';
if (endpoints) {
  process.env.AWS_ENDPOINT_URL = endpoints.endpointUrl;
  process.env.AWS_REGION = endpoints.region;
  process.env.AWS_ACCESS_KEY_ID ??= 'test';
  process.env.AWS_SECRET_ACCESS_KEY ??= 'test';
  process.env.TABLE_RECORDS = endpoints.tables.records;
  process.env.BUCKET_DOCUMENTS = endpoints.buckets.documents;
  process.env.BUCKET_ISSUED = endpoints.buckets.issued;
  process.env.BUCKET_REPORTS = endpoints.buckets.reports;
  process.env.PERSON_KEY = endpoints.keys.person;
  process.env.USER_POOL = endpoints.userPoolId;
  process.env.TABLE_USAGE = endpoints.tables.usage;
  process.env.COMPANY_REQUESTS_A_SECOND = '10000';
  process.env.INVITATIONS_A_DAY = '200';
}
