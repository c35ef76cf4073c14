import { useLocalStorage } from '@mantine/hooks';

/** A setting of this person on this device, the same in all tabs. Nothing secret: the browser keeps it as it is. */
export function useLocalSetting<T>(key: string, initial: T): readonly [T, (value: T) => void] {
  const [value, set] = useLocalStorage<T>({ key: `trastienda.${key}`, defaultValue: initial, getInitialValueInEffect: false });
  return [value, set];
}
