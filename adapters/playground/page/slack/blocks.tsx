import type { Seat } from '../../seats.ts';
import type { Values } from '../../wire.ts';
import { words } from '../words.ts';
import { Control, isGroup } from './control.tsx';
import { Drawn, Mrkdwn } from './mrkdwn.tsx';
import {
  type Chosen,
  type Control as ControlShape,
  initially,
  type SlackBlock,
  type TextObject,
} from './shapes.ts';

export interface BlocksProps {
  readonly blocks: readonly SlackBlock[];
  readonly seats: readonly Seat[];
  readonly values: Values;
  readonly errors?: Readonly<Record<string, string>>;
  /** An id prefix, unique on the page. */
  readonly scope: string;
  onValue(blockId: string, actionId: string, value: Chosen): void;
  /** A button was pressed, or a select outside a form chosen. */
  onAct(blockId: string, actionId: string, value: Chosen | undefined): void;
}

const Text = ({ text, seats }: { text: TextObject; seats: readonly Seat[] }) =>
  text.type === 'mrkdwn' ? (
    <Mrkdwn text={text.text} seats={seats} />
  ) : (
    <p className="slack-plain">{text.text}</p>
  );

/** Block Kit, alive: text by slack-blocks-to-jsx, everything that is tapped or filled in by us. */
export const Blocks = (props: BlocksProps) =>
  props.blocks.map((block) => (
    <div key={block.block_id} className={`block is-${block.type}`}>
      <Block {...props} block={block} />
    </div>
  ));

const Block = (props: BlocksProps & { block: SlackBlock }) => {
  const { block, seats } = props;
  switch (block.type) {
    case 'header':
      return <h4>{block.text?.text}</h4>;
    case 'divider':
      return <hr />;
    case 'context':
      return (block.elements as readonly TextObject[]).map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a context's texts have no other name
        <Text key={index} text={text} seats={seats} />
      ));
    case 'section':
      return (
        <>
          <div className="section-text">
            {block.text ? <Text text={block.text} seats={seats} /> : null}
            {block.fields ? (
              <div className="section-fields">
                {block.fields.map((field) => (
                  <Text key={field.text} text={field} seats={seats} />
                ))}
              </div>
            ) : null}
          </div>
          {block.accessory ? <Loose {...props} control={block.accessory} label={block.text?.text} /> : null}
        </>
      );
    case 'actions':
      return (block.elements as readonly ControlShape[]).map((control) => (
        <Loose key={control.action_id} {...props} control={control} />
      ));
    case 'input':
      return <Input {...props} />;
    default:
      return <Drawn blocks={[block]} seats={seats} />;
  }
};

const held = ({ values, block }: BlocksProps & { block: SlackBlock }, control: ControlShape): Chosen =>
  values[block.block_id]?.[control.action_id] ?? initially(control);

/** A control outside a form acts as soon as it is used. */
const Loose = (
  props: BlocksProps & { block: SlackBlock; control: ControlShape; label?: string | undefined },
) => {
  const { block, control, label, onValue, onAct } = props;
  return (
    <Control
      control={control}
      label={label}
      value={held(props, control)}
      onPress={() => onAct(block.block_id, control.action_id, undefined)}
      onChange={(value) => {
        onValue(block.block_id, control.action_id, value);
        onAct(block.block_id, control.action_id, value);
      }}
    />
  );
};

const Input = (props: BlocksProps & { block: SlackBlock }) => {
  const { block, errors, scope, onValue, onAct } = props;
  const control = block.element;
  if (control === undefined) return null;
  const error = errors?.[block.block_id];
  const id = `${scope}-${block.block_id}`;
  const label = (
    <>
      {block.label?.text} {block.optional ? <span className="muted">{words.optional}</span> : null}
    </>
  );
  return (
    <>
      {isGroup(control) ? (
        <p className="slack-label" aria-hidden="true">
          {label}
        </p>
      ) : (
        <label className="slack-label" htmlFor={id}>
          {label}
        </label>
      )}
      <Control
        control={control}
        id={id}
        label={block.label?.text}
        describedBy={error || block.hint ? `${id}-more` : undefined}
        invalid={error !== undefined}
        value={held(props, control)}
        onChange={(value) => {
          onValue(block.block_id, control.action_id, value);
          if (block.dispatch_action) onAct(block.block_id, control.action_id, value);
        }}
      />
      {error || block.hint ? (
        <p
          id={`${id}-more`}
          className={error ? 'slack-error' : 'slack-hint'}
          role={error ? 'alert' : undefined}
        >
          {error ?? block.hint?.text}
        </p>
      ) : null}
    </>
  );
};
