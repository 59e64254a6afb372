import { ExecuteAction, OpenUrlAction, AdaptiveCard as Renderer, SubmitAction, Version } from 'adaptivecards';
import { useEffect, useRef } from 'react';
import type { Json } from '../../wire.ts';
import { hostConfig } from './host-config.ts';
import { markdownHtml } from './markdown.ts';

export interface CardAction {
  readonly type: 'Action.Submit' | 'Action.Execute';
  readonly verb: string | undefined;
  /** With everything filled in on the card. */
  readonly data: Json;
}

Renderer.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownHtml(text);
  result.didProcess = true;
};

const asData = (data: unknown): Json =>
  typeof data === 'object' && data !== null ? (data as Json) : data === undefined ? {} : { data };

/** An Adaptive Card as the `adaptivecards` renderer draws it. */
export const AdaptiveCard = ({ card, onAction }: { card: Json; onAction: (action: CardAction) => void }) => {
  const box = useRef<HTMLDivElement>(null);
  const act = useRef(onAction);
  act.current = onAction;
  const source = JSON.stringify(card);

  useEffect(() => {
    const place = box.current;
    if (place === null) return;
    const renderer = new Renderer();
    renderer.version = new Version(1, 5);
    renderer.hostConfig = hostConfig;
    renderer.onExecuteAction = (action) => {
      if (action instanceof ExecuteAction) {
        act.current({ type: 'Action.Execute', verb: action.verb, data: asData(action.data) });
      } else if (action instanceof SubmitAction) {
        act.current({ type: 'Action.Submit', verb: undefined, data: asData(action.data) });
      } else if (action instanceof OpenUrlAction) window.open(action.url, '_blank', 'noreferrer');
    };
    renderer.parse(JSON.parse(source));
    const drawn = renderer.render();
    const hadFocus = place.contains(document.activeElement);
    place.replaceChildren(...(drawn ? [drawn] : []));
    // The tapped button is gone with the old card; focus stays with the message.
    if (hadFocus) place.focus();
  }, [source]);

  return <div ref={box} className="card" tabIndex={-1} />;
};
