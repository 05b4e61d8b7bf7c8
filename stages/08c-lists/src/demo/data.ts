import type { Stage } from '../leads/lead.ts';
import type { Status } from '../tasks/task.ts';

const WON: Stage[] = ['contacted', 'qualified', 'won'];

// A small agency that makes websites, two weeks of it. A lead's name, address, company, and the steps it has made.
export const LEADS: [name: string, email: string | null, company: string | null, steps: Stage[]][] = [
  ['Ana Pop', 'ana.pop@example.com', 'Pop & Daughters', WON],
  ['Bálint Kovács', 'balint@example.com', 'Duna Kávé', WON],
  ['Chidi Okafor', 'chidi@example.org', 'Harbour Repairs', ['contacted', 'qualified']],
  ['Dóra Szűcs', null, 'Szűcs Pottery', ['contacted', 'lost']],
  ['Emre Yıldız', 'emre@example.net', 'Yıldız Bikes', ['contacted', 'qualified']],
  ['Freja Holm', 'freja.holm@example.com', null, ['contacted']],
  ['Giulia Conti', 'giulia@example.org', 'Conti Notaries', WON],
  ['Keiko Tanaka', 'keiko@example.org', 'Tanaka Tea', ['contacted']],
  ['Liam O’Brien', 'liam@example.com', 'O’Brien Roofing', ['lost', 'new']],
  ['Oskar Nowak', 'oskar@example.net', null, []],
];

// What there is to do, how far it is, and for whom.
export const TASKS: [title: string, status: Status, lead?: string][] = [
  ['Write the offer for the shop', 'done', 'Ana Pop'],
  ['Send the contract to Duna Kávé', 'done', 'Bálint Kovács'],
  ['Renew the office’s insurance', 'done'],
  ['Call back about the booking form', 'done', 'Chidi Okafor'],
  ['Photos of the workshop', 'done', 'Dóra Szűcs'],
  ['Estimate the translation into Italian', 'done', 'Giulia Conti'],
  ['Check the backups, really restore one', 'done'],
  ['Sketch the start page', 'done', 'Ana Pop'],
  ['Prices for rental bikes', 'done', 'Emre Yıldız'],
  ['Find out who answers e-mail at Harbour Repairs', 'todo', 'Chidi Okafor'],
  ['Shop: delivery costs by weight', 'doing', 'Ana Pop'],
  ['Shop: receipts by e-mail', 'todo', 'Ana Pop'],
  ['Shop: what happens when the card is refused', 'todo', 'Ana Pop'],
  ['First talk with Keiko', 'done', 'Keiko Tanaka'],
  ['Tea glossary in two languages', 'doing', 'Keiko Tanaka'],
  ['Prepare the workshop on accessibility', 'doing'],
  ['Try the booking form with a screen reader', 'todo', 'Chidi Okafor'],
  ['Roof photos by drone: costs and permits', 'todo', 'Liam O’Brien'],
  ['Compare three newsletter services', 'done'],
  ['Clean up the shared drive', 'todo'],
  ['Invoice 2026-047', 'todo', 'Giulia Conti'],
  ['Proofread the about page', 'doing', 'Ana Pop'],
  ['Plan the Christmas closing days', 'todo'],
  ['Order business cards', 'todo'],
];
