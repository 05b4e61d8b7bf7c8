import type { Fields } from './expect-http.ts';

/** A place in a document: a JSON Pointer as a URI fragment (RFC 6901, section 6), and what is there. */
export interface Place {
  readonly pointer: string;
  readonly value: Fields;
}

/** An OpenAPI document, to be walked through with its references followed. */
export class OpenApiDocument {
  readonly root: Fields;

  constructor(root: Fields) {
    this.root = root;
  }

  /** The operation of a method and a path such as `/tasks/{id}`, whatever its parameters are called. */
  operation(method: string, path: string): Place | undefined {
    const paths = this.step({ pointer: '#', value: this.root }, 'paths');
    if (paths === undefined) return undefined;
    const plain = (text: string): string => text.replace(/\{[^}]*\}/g, '{}').replace(/(.)\/$/, '$1');
    const name = Object.keys(paths.value).find((one) => plain(one) === plain(path));
    const item = name === undefined ? undefined : this.step(paths, name);
    return item && this.step(item, method.toLowerCase());
  }

  /** What an operation says about a status: by its number, its range (`4XX`), or `default`. */
  response(operation: Place, status: number): Place | undefined {
    const responses = this.step(operation, 'responses');
    const names = [String(status), `${String(status)[0]}XX`, `${String(status)[0]}xx`, 'default'];
    const name = responses && names.find((one) => Object.hasOwn(responses.value, one));
    return name === undefined ? undefined : this.walk(responses, [name]);
  }

  /** The schema that a request body or a response has under a media type. */
  schema(holder: Place | undefined, mediaType: string): Place | undefined {
    const content = holder && this.step(holder, 'content');
    const name =
      content &&
      Object.keys(content.value).find((one) => one.split(';')[0]?.trim().toLowerCase() === mediaType);
    return name === undefined ? undefined : this.walk(content, [name, 'schema']);
  }

  /** The parameters of an operation and of its path. */
  parameters(method: string, path: string): Place[] {
    const operation = this.operation(method, path);
    if (operation === undefined) return [];
    const item = operation.pointer.slice(0, operation.pointer.lastIndexOf('/'));
    return [operation, this.find(item)].flatMap((place) => {
      const list = place?.value.parameters;
      if (place === undefined || !Array.isArray(list)) return [];
      return list.flatMap((_, index) => this.walk(place, ['parameters', String(index)]) ?? []);
    });
  }

  /** Several steps down, every reference on the way followed; undefined when one leads nowhere. */
  walk(from: Place | undefined, names: readonly string[]): Place | undefined {
    return names.reduce<Place | undefined>((place, name) => place && this.step(place, name), from);
  }

  /** One step down. A place that holds only `$ref` is left for what it refers to. */
  step(from: Place, name: string): Place | undefined {
    return this.#follow(`${from.pointer}/${escapeName(name)}`, 0);
  }

  /** What is at a pointer, references followed; undefined when nothing, or no object or array. */
  find(pointer: string): Place | undefined {
    return this.#follow(pointer, 0);
  }

  /** Every `$ref` in the document that does not lead to something in it. */
  danglingReferences(): string[] {
    const found = new Set<string>();
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('$ref' in value && typeof value.$ref === 'string') found.add(value.$ref);
      for (const one of Object.values(value)) visit(one);
    };
    visit(this.root);
    return [...found].filter((reference) => this.#at(reference) === undefined);
  }

  #follow(pointer: string, depth: number): Place | undefined {
    const value = this.#at(pointer);
    if (typeof value !== 'object' || value === null || depth > 20) return undefined;
    const fields: Fields = { ...value };
    if (typeof fields.$ref !== 'string' || Object.keys(fields).some((key) => key === 'type'))
      return { pointer, value: fields };
    return this.#follow(fields.$ref, depth + 1);
  }

  #at(pointer: string): unknown {
    if (pointer !== '#' && !pointer.startsWith('#/')) return undefined;
    let value: unknown = this.root;
    for (const part of pointer.split('/').slice(1)) {
      const name = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
      value = Object.entries(value).find(([key]) => key === name)?.[1];
    }
    return value;
  }
}

function escapeName(name: string): string {
  return encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
}
