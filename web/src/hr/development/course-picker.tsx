import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { PickField } from '../../ui/pick-field.tsx';
import type { RecordPickerProps } from '../../ui/record-picker.tsx';

type Course = Pick<Schemas['CourseRow'], 'id' | 'title' | 'provider'>;
const find = (q: string) =>
  api.GET('/development/courses', { params: { query: { q, limit: 20, state: 'offered' } } }).then((answer) => dataOf(answer).items);
const labelOf = ({ title, provider }: Course): string => (provider ? `${title} · ${provider}` : title);

/** A course that is offered, found by title or provider. */
export const CoursePicker = ({ value, onChange, ...looks }: RecordPickerProps<Course>) => (
  <PickField<Course>
    {...looks}
    kind="course-record"
    chosen={value && labelOf(value)}
    find={find}
    idOf={({ id }) => id}
    optionOf={labelOf}
    onPick={onChange}
    onClear={() => onChange(undefined)}
  />
);

/** The course of an id, where one is told. */
export const useCourse = (courseId: string | undefined) =>
  $api.useQuery(
    'get',
    '/development/courses/{courseId}',
    { params: { path: { courseId: courseId ?? '' } } },
    { enabled: courseId !== undefined },
  );
