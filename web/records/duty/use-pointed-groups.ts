import { type RefObject, useEffect, useEffectEvent } from 'react';

/** Pointing at a group's ground lights it; pressing it brings its line of the list into sight. The keyboard has the list. */
export function usePointedGroups(picture: RefObject<SVGSVGElement | null>, onLight: (groupId: string | null) => void) {
  const light = useEffectEvent(onLight);
  useEffect(() => {
    const drawn = picture.current;
    if (drawn === null) return undefined;
    const onOver = ({ target }: PointerEvent) => light(groupOf(target));
    const onLeave = () => light(null);
    const onClick = ({ target }: MouseEvent) => {
      const groupId = groupOf(target);
      if (groupId === null) return;
      light(groupId);
      rowOf(groupId)?.scrollIntoView({ block: 'nearest' });
    };
    drawn.addEventListener('pointerover', onOver);
    drawn.addEventListener('pointerleave', onLeave);
    drawn.addEventListener('click', onClick);
    return () => {
      drawn.removeEventListener('pointerover', onOver);
      drawn.removeEventListener('pointerleave', onLeave);
      drawn.removeEventListener('click', onClick);
    };
  }, [picture]);
}

const groupOf = (target: EventTarget | null): string | null =>
  (target instanceof SVGElement && target.dataset.group) || null;

const rowOf = (groupId: string): Element | null => document.querySelector(`tr[data-group="${CSS.escape(groupId)}"]`);
