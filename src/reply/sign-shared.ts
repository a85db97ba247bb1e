import type { Translate } from './locales/catalogue.js';

/** A post for all says who shared it; the name is shown without calling anybody. */
export function signShared(t: Translate, content: string, userId: string): string {
	return `${content}\n-# ${t('share.by', { user: `<@${userId}>` })}`;
}
