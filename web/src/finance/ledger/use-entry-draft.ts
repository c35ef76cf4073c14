import { useState } from 'react';
import { today, useFormats } from '../../i18n/format.ts';
import { usePerson } from '../../session/session.ts';
import { useKept } from '../../ui/kept.ts';
import { BLANK, type DraftEntry, type DraftLine, emptyDraft, filled, isBlank } from './draft-entry.ts';

/** An amount as it is typed: with this language's decimal sign, and no other. */
export function useWriteAmount(): (decimal: string) => string {
  const { decimal } = useFormats();
  const point = decimal('0.5').charAt(1);
  return (text) => text.replace('.', point);
}

/** The entry that is being written, kept by the browser until it is posted. One draft for each entry that is copied. */
export function useEntryDraft(name: string, initial: DraftEntry) {
  const { company, email } = usePerson();
  const [draft, setDraft] = useKept<DraftEntry>(`draft.entry.${company}.${email}.${name}`, initial);
  const write = useWriteAmount();
  // What was removed or cleared must not come back in a field that keeps its own text.
  const [edition, setEdition] = useState(0);
  const setLines = (lines: readonly DraftLine[]) => {
    const last = lines.at(-1);
    setDraft({ ...draft, lines: last && isBlank(last) ? lines : [...lines, BLANK] });
  };
  return {
    draft,
    edition,
    change: (part: Partial<Pick<DraftEntry, 'date' | 'text'>>) => setDraft({ ...draft, ...part }),
    changeLine: (index: number, line: DraftLine) => setLines(draft.lines.with(index, line)),
    removeLine: (index: number) => {
      setLines(draft.lines.filter((_, at) => at !== index));
      setEdition(edition + 1);
    },
    fill: (index: number) => setLines(filled(draft.lines, index, write)),
    clear: () => {
      setDraft(emptyDraft(today()));
      setEdition(edition + 1);
    },
  };
}
