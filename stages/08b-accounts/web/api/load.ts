import { notFound } from 'next/navigation';
import { ApiError } from './api-error.ts';

type Loaded<T> = { value: T; message?: undefined } | { value?: undefined; message: string };

// For the pages: what cannot be read becomes a message in its place, and what is not there the page that says so.
export async function load<T>(answer: Promise<T>): Promise<Loaded<T>> {
  try {
    return { value: await answer };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 404) notFound();
    return { message: error.message };
  }
}
