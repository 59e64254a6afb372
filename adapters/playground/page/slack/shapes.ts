import type { Json } from '../../wire.ts';

export interface TextObject {
  readonly type: 'plain_text' | 'mrkdwn';
  readonly text: string;
}

interface SlackOption {
  readonly value: string;
  readonly text: TextObject;
  readonly description?: TextObject;
}

/** The interactive elements this page draws, with the fields it reads. */
export interface Control {
  readonly type: string;
  readonly action_id: string;
  readonly text?: TextObject;
  readonly style?: 'primary' | 'danger';
  readonly url?: string;
  readonly accessibility_label?: string;
  readonly placeholder?: TextObject;
  readonly options?: readonly SlackOption[];
  readonly option_groups?: readonly {
    readonly label: TextObject;
    readonly options: readonly SlackOption[];
  }[];
  readonly initial_option?: SlackOption;
  readonly initial_options?: readonly SlackOption[];
  readonly initial_value?: string;
  readonly initial_date?: string;
  readonly initial_time?: string;
  readonly multiline?: boolean;
  readonly max_length?: number;
}

export interface SlackBlock extends Json {
  readonly type: string;
  readonly block_id: string;
  readonly text?: TextObject;
  readonly fields?: readonly TextObject[];
  readonly elements?: readonly unknown[];
  readonly accessory?: Control;
  readonly element?: Control;
  readonly label?: TextObject;
  readonly hint?: TextObject;
  readonly optional?: boolean;
  readonly dispatch_action?: boolean;
}

export type Chosen = string | readonly string[];

/** What a control holds before anybody touches it. */
export const initially = (control: Control): Chosen => {
  if (control.type === 'checkboxes' || control.type === 'multi_static_select') {
    return (control.initial_options ?? []).map((option) => option.value);
  }
  return (
    control.initial_option?.value ??
    control.initial_date ??
    control.initial_time ??
    control.initial_value ??
    ''
  );
};
