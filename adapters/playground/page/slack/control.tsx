import { useId } from 'react';
import { words } from '../words.ts';
import type { Chosen, Control as ControlShape } from './shapes.ts';

/** Drawn as a group of boxes: it has a name, but nothing a label could point at. */
export const isGroup = (control: ControlShape): boolean =>
  ['multi_static_select', 'checkboxes', 'radio_buttons'].includes(control.type);

export interface ControlProps {
  readonly control: ControlShape;
  readonly value: Chosen;
  /** Describes a control without a label of its own. */
  readonly label?: string | undefined;
  readonly id?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
  onChange(value: Chosen): void;
  onPress?(): void;
}

const named = ({ id, label, describedBy, invalid, control }: ControlProps) => ({
  id,
  'aria-label': id ? undefined : (label ?? control.placeholder?.text),
  'aria-describedby': describedBy,
  'aria-invalid': invalid ? true : undefined,
});

const Button = ({ control, onPress }: ControlProps) => (
  <button
    type="button"
    className={`slack-button is-${control.style ?? 'plain'}`}
    aria-label={control.accessibility_label}
    onClick={() => onPress?.()}
  >
    {control.text?.text}
  </button>
);

const Select = (props: ControlProps) => {
  const { control, value, onChange } = props;
  const option = (one: { value: string; text: { text: string } }) => (
    <option key={one.value} value={one.value}>
      {one.text.text}
    </option>
  );
  return (
    <select
      {...named(props)}
      className="slack-field"
      value={String(value)}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{control.placeholder?.text ?? words.choose}</option>
      {control.options?.map(option)}
      {control.option_groups?.map((group) => (
        <optgroup key={group.label.text} label={group.label.text}>
          {group.options.map(option)}
        </optgroup>
      ))}
    </select>
  );
};

const Boxes = (props: ControlProps & { many: boolean }) => {
  const { control, value, many, onChange, label } = props;
  const name = useId();
  const chosen = many ? (value as readonly string[]) : [String(value)];
  const toggle = (one: string, on: boolean): void => {
    if (many) onChange(on ? [...chosen, one] : chosen.filter((other) => other !== one));
    else onChange(one);
  };
  return (
    <fieldset id={props.id} className="slack-boxes" aria-label={label} aria-describedby={props.describedBy}>
      {(control.options ?? control.option_groups?.flatMap((group) => group.options) ?? []).map((option) => (
        <label key={option.value} className="slack-box">
          <input
            type={many ? 'checkbox' : 'radio'}
            name={name}
            checked={chosen.includes(option.value)}
            onChange={(event) => toggle(option.value, event.target.checked)}
          />
          <span>
            {option.text.text}
            {option.description ? <small>{option.description.text}</small> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
};

const Line = (props: ControlProps & { type: string }) => {
  const { control, value, onChange, type } = props;
  const common = {
    ...named(props),
    className: 'slack-field',
    value: String(value),
    placeholder: control.placeholder?.text,
    maxLength: control.max_length,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return control.multiline ? <textarea rows={3} {...common} /> : <input type={type} {...common} />;
};

/** One interactive element: the library draws them too, but nothing happens when one is used. */
export const Control = (props: ControlProps) => {
  switch (props.control.type) {
    case 'button':
      return <Button {...props} />;
    case 'static_select':
    case 'overflow':
      return <Select {...props} />;
    case 'multi_static_select':
    case 'checkboxes':
      return <Boxes {...props} many />;
    case 'radio_buttons':
      return <Boxes {...props} many={false} />;
    case 'datepicker':
      return <Line {...props} type="date" />;
    case 'timepicker':
      return <Line {...props} type="time" />;
    case 'number_input':
      return <Line {...props} type="number" />;
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
      return <Line {...props} type="text" />;
    default:
      return <em>{words.unsupported}</em>;
  }
};
