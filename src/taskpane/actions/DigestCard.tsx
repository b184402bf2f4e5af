import { digestPieces } from '../../retro/digest';
import { utf8Length } from '../../retro/digest-pieces';
import type { DueView } from '../../retro/due';
import { useCommands } from '../shared/CommandsProvider';
import { useMessages } from '../shared/i18n';
import { usePane } from '../shared/SessionProvider';
import { Card } from './Card';
import { CopyBox } from './CopyBox';

/** The digest for a group chat, in pieces that its robots take (R36). */
export function DigestCard({ view, soonDays, owner }: { readonly view: DueView; readonly soonDays: number; readonly owner: string | undefined }) {
  const { actions: { sending: t, digest }, pane: { product } } = useMessages();
  const { event } = usePane();
  const today = useCommands().actions.today();
  const name = event.name === '' ? product : event.name;
  const pieces = digestPieces(view, { event: name, today, soonDays, ...(owner === undefined ? {} : { owner }) }, digest);
  return (
    <Card title={t.digest} text={t.digestText}>
      {pieces.map((piece, index) => (
        <CopyBox
          key={index} label={t.digestPiece(index + 1, pieces.length)} text={piece} rows={Math.min(10, piece.split('\n').length + 1)}
          copyLabel={t.copyPiece(index + 1, pieces.length)} copied={pieces.length === 1 ? t.copied : t.copiedPiece(index + 1)} aside={t.size(utf8Length(piece))}
        />
      ))}
    </Card>
  );
}
