import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { REVIEW_RATINGS } from '#domain/hr/development/review.ts';
import { useT } from '../../i18n/i18n.ts';

interface Props extends Omit<NativeSelectProps, 'data' | 'label'> {
  readonly label?: string;
  /** What stands for no rating, where there need be none. */
  readonly none?: string;
}

/** A rating by its number and words. */
export function RatingSelect({ label, none, ...props }: Props) {
  const t = useT();
  const ratings = REVIEW_RATINGS.map((rating) => ({ value: String(rating), label: `${rating} · ${t(`development.ratings.${rating}`)}` }));
  return (
    <NativeSelect
      label={label ?? t('development.rating')}
      data={none === undefined ? ratings : [{ value: '', label: none }, ...ratings]}
      {...props}
    />
  );
}

export function RatingText({ rating }: { readonly rating: number | undefined }) {
  const t = useT();
  return rating === undefined ? null : (
    <>
      {rating} · {t(`development.ratings.${rating as 1}`)}
    </>
  );
}
