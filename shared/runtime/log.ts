import { LogFormatter, Logger, LogItem } from '@aws-lambda-powertools/logger';
import type { LogAttributes, UnformattedAttributes } from '@aws-lambda-powertools/logger/types';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

/** What every line may say; values are plain data, never secrets or whole bodies. */
export type LogFields = Readonly<Record<string, unknown>>;

/** What costs of a line is its length: it names its invocation by what it did, not by the function that AWS names anyway. */
class ShortLine extends LogFormatter {
  override formatAttributes({ logLevel, message, timestamp }: UnformattedAttributes, more: LogAttributes): LogItem {
    return new LogItem({ attributes: { level: logLevel.toLowerCase(), code: message, at: timestamp.toISOString(), ...more } });
  }
}

const quiet = process.env.LOG === 'off';
const logger = new Logger({ logLevel: quiet ? 'SILENT' : 'INFO', logFormatter: new ShortLine() });
/** By context: a dimension more would cost a metric for each of its values. */
const metrics = new Metrics({ namespace: 'Trastienda' });

/**
 * Writes one structured line. `code` names the kind of event (`request`, `task`, `projection`), so that alarms match
 * codes and not prose. Every invocation writes at least one line.
 */
export const log = (level: 'info' | 'warn', code: string, fields: LogFields = {}): void => logger[level](code, fields);

/** Writes what nobody foresaw, and counts it: an alarm rings on the first. */
export function fault(code: string, error: unknown, fields: LogFields = {}): void {
  const { name, message, stack } = error instanceof Error ? error : { name: 'Error', message: String(error), stack: undefined };
  logger.error(code, { ...fields, fault: `${name}: ${message}`, stack });
  count('Faults');
}

/** Adds to the line with which this invocation ends. */
export const note = (fields: LogFields): void => logger.appendKeys(fields);

/** Counts for CloudWatch, by way of the log. */
export function count(metric: 'Faults' | 'ColdStarts' | 'UnreadableRecords'): void {
  if (!quiet) metrics.addMetric(metric, MetricUnit.Count, 1);
}

/** Writes the line with which an invocation ends, and what was counted. */
export function endInvocation(code: string, fields: LogFields): void {
  logger.info(code, fields);
  logger.resetKeys();
  if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
}
