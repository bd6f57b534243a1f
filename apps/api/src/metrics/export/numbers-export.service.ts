import { Injectable } from '@nestjs/common';
import type { MetricAnswerDto } from '#contracts/metric-answer.dto.ts';
import type { NumbersExportDto } from '#contracts/numbers-export.dto.ts';
import { audit } from '../../audit/audit.ts';
import { Database } from '../../database/database.ts';
import type { Scope } from '../../database/scope.ts';
import { MetricsService } from '../metrics.service.ts';
import { numbersCsv } from './numbers-csv.ts';
import { readerWords } from './reader-words.ts';

/** Numbers that leave as a file: the answers a page is given, withheld alike, and put down before they go. */
@Injectable()
export class NumbersExportService {
  constructor(
    private readonly metrics: MetricsService,
    private readonly database: Database,
  ) {}

  async csv(scope: Scope, { questions, words }: NumbersExportDto): Promise<string> {
    const named = readerWords(words);
    const answers: MetricAnswerDto[] = [];
    for (const question of questions) answers.push(...(await this.metrics.answer(scope, question)).answers);
    const table = numbersCsv(answers, named);
    const points = answers.reduce((sum, answer) => sum + answer.points.length, 0);
    // Only codes that were known are answered, so a question tells nobody's words.
    await this.database.inScope(scope, async (transaction) =>
      audit(transaction, { action: 'numbers.exported', details: { questions, points } }),
    );
    return table;
  }
}
