import { NativeSelect } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import { BOARD_STAGES, MOVABLE_STAGES, type Stage } from '#domain/hr/recruiting/application.ts';
import { api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useCan } from '../../session/session.ts';
import { useProblemText } from '../../ui/problem-note.tsx';
import styles from './board.module.css';

type Card = Schemas['Vacancy']['applications'][number];
type Movable = (typeof MOVABLE_STAGES)[number];
const isMovable = (stage: string): stage is Movable => (MOVABLE_STAGES as readonly string[]).includes(stage);

/** Moves a card by hand, and says what stands in its way: somebody may have moved it meanwhile. */
function useMove() {
  const t = useT();
  const text = useProblemText();
  const queries = useQueryClient();
  return async ({ id, stage: from, candidateName }: Card, stage: Movable) => {
    try {
      const params = { path: { applicationId: id }, header: { 'Idempotency-Key': crypto.randomUUID() } };
      await api.POST('/recruiting/applications/{applicationId}/stage', { params, body: { stage, from: from as Stage } });
      notifications.show({
        color: 'teal',
        message: t('recruiting.move.moved', { name: candidateName, stage: t(`states.application.${stage}`) }),
      });
    } catch (error) {
      notifications.show({ color: 'red', message: text(error) });
    }
    await queries.invalidateQueries();
  };
}

interface ColumnProps {
  readonly stage: (typeof BOARD_STAGES)[number];
  readonly cards: readonly Card[];
  readonly onMove: ((card: Card, stage: Movable) => void) | undefined;
  readonly cardOf: (id: string) => Card | undefined;
}

/** What may be dropped is dropped by mouse; the keyboard has the card's own choice of stages. */
function Column({ stage, cards, onMove, cardOf }: ColumnProps) {
  const t = useT();
  const [over, setOver] = useState(false);
  const name = t(`states.application.${stage}`);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const card = cardOf(event.dataTransfer.getData('text/plain'));
    if (card && card.stage !== stage && isMovable(stage)) onMove?.(card, stage);
  };
  const drops = onMove && isMovable(stage);
  return (
    <section
      aria-label={name}
      className={styles.column}
      data-over={over || undefined}
      {...(drops
        ? {
            onDragOver: (event: DragEvent) => {
              event.preventDefault();
              setOver(true);
            },
            onDragLeave: () => setOver(false),
            onDrop: drop,
          }
        : {})}
    >
      <h3>
        {name} <span className="dimmed">{cards.length}</span>
      </h3>
      {cards.length === 0 ? <p className="dimmed">{t('recruiting.nobody')}</p> : null}
      <ul>
        {cards.map((card) => (
          <BoardCard key={card.id} card={card} onMove={onMove} />
        ))}
      </ul>
    </section>
  );
}

function BoardCard({ card, onMove }: { readonly card: Card; readonly onMove: ColumnProps['onMove'] }) {
  const t = useT();
  const { date } = useFormats();
  const { id, stage, candidateName, appliedOn, scored } = card;
  const moves = onMove && isMovable(stage);
  return (
    <li
      className={styles.card}
      {...(moves ? { draggable: true, onDragStart: (event: DragEvent) => event.dataTransfer.setData('text/plain', id) } : {})}
    >
      <Link to={`/people/applications/${id}` as never}>{candidateName}</Link>
      <small className="dimmed">
        {date(appliedOn)}
        {scored > 0 && ` · ${t('recruiting.scored', { count: scored })}`}
      </small>
      {moves && (
        <NativeSelect
          size="xs"
          aria-label={t('recruiting.move.of', { name: candidateName })}
          value={stage}
          data={MOVABLE_STAGES.map((value) => ({ value, label: t(`states.application.${value}`) }))}
          onChange={(event) => onMove(card, event.currentTarget.value as Movable)}
        />
      )}
    </li>
  );
}

/** The candidates of a vacancy who are still in question, by how far they are. */
export function Board({ applications }: { readonly applications: readonly Card[] }) {
  const can = useCan();
  const move = useMove();
  const onMove = can('moveApplication') ? (card: Card, stage: Movable) => void move(card, stage) : undefined;
  const cardOf = (id: string) => applications.find((one) => one.id === id);
  return (
    <div className={styles.board}>
      {BOARD_STAGES.map((stage) => (
        <Column key={stage} stage={stage} cards={applications.filter((one) => one.stage === stage)} onMove={onMove} cardOf={cardOf} />
      ))}
    </div>
  );
}
