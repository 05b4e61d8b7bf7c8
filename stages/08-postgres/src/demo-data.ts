import type { Stage } from './leads/lead.ts';
import type { Status } from './tasks/task.ts';

interface DemoLead {
  name: string;
  email?: string;
  company?: string;
  notes?: string;
  steps: Stage[];
}

interface DemoTask {
  title: string;
  notes?: string;
  lead?: string;
  status?: Status;
}

const WON: Stage[] = ['contacted', 'qualified', 'won'];

// A small agency that makes websites, three weeks of it.
export const LEADS: DemoLead[] = [
  {
    name: 'Ana Pop',
    email: 'ana.pop@example.com',
    company: 'Pop & Daughters',
    steps: WON,
    notes: 'Found us through Bálint. Wants the shop to open before Christmas.',
  },
  { name: 'Bálint Kovács', email: 'balint@example.com', company: 'Duna Kávé', steps: WON },
  {
    name: 'Chidi Okafor',
    email: 'chidi@example.org',
    company: 'Harbour Repairs',
    steps: ['contacted', 'qualified'],
  },
  {
    name: 'Dóra Szűcs',
    company: 'Szűcs Pottery',
    steps: ['contacted', 'lost'],
    notes: 'No budget this year. Ask again in March.',
  },
  {
    name: 'Emre Yıldız',
    email: 'emre@example.net',
    company: 'Yıldız Bikes',
    steps: ['contacted', 'qualified'],
  },
  { name: 'Freja Holm', email: 'freja.holm@example.com', steps: ['contacted'] },
  { name: 'Giulia Conti', email: 'giulia@example.org', company: 'Conti Notaries', steps: WON },
  {
    name: 'Hamid Rahimi',
    company: 'Rahimi Carpets',
    steps: ['contacted', 'qualified', 'lost'],
    notes: 'Went with his nephew.',
  },
  { name: 'Ines Carvalho', email: 'ines@example.com', company: 'Mar Aberto', steps: ['contacted'] },
  { name: 'Jonas Weber', email: 'jonas.weber@example.net', company: 'Weber Orchards', steps: [] },
  {
    name: 'Keiko Tanaka',
    email: 'keiko@example.org',
    company: 'Tanaka Tea',
    steps: ['contacted', 'qualified'],
  },
  {
    name: 'Liam O’Brien',
    email: 'liam@example.com',
    company: 'O’Brien Roofing',
    steps: ['lost', 'new'],
    notes: 'Said no, then called back.',
  },
  { name: 'Maja Lindqvist', company: 'Nordlys Yoga', steps: ['contacted'] },
  {
    name: 'Nadia Haddad',
    email: 'nadia@example.org',
    company: 'Haddad Law',
    steps: ['contacted', 'qualified'],
  },
  { name: 'Oskar Nowak', email: 'oskar@example.net', steps: [] },
  { name: 'Priya Nair', email: 'priya@example.com', company: 'Nair Dental', steps: ['contacted'] },
  { name: 'Quentin Leroy', email: 'quentin@example.com', company: 'Leroy Vins', steps: [] },
  { name: 'Rosa Jiménez', company: 'Taller Rosa', steps: ['contacted', 'lost'] },
  { name: 'Samuel Adeyemi', email: 'samuel@example.org', company: 'Adeyemi Photo', steps: ['contacted'] },
  { name: 'Tereza Dvořáková', email: 'tereza@example.net', company: 'Květiny Dvořák', steps: [] },
  { name: 'Umut Demir', email: 'umut@example.com', steps: [] },
  { name: 'Viktória Nagy', email: 'viktoria@example.org', company: 'Nagy Books', steps: ['contacted'] },
  { name: 'Wanjiru Mwangi', email: 'wanjiru@example.com', company: 'Savanna Tours', steps: [] },
  { name: 'Yara Silva', email: 'yara@example.net', company: 'Silva Ceramics', steps: [] },
];

export const TASKS: DemoTask[] = [
  { title: 'Write the offer for the shop', lead: 'Ana Pop', status: 'done' },
  { title: 'Send the contract to Duna Kávé', lead: 'Bálint Kovács', status: 'done' },
  {
    title: 'Renew the office’s insurance',
    status: 'done',
    notes: 'Policy 4471; the old one ends on the 30th.',
  },
  { title: 'Call back about the booking form', lead: 'Chidi Okafor', status: 'done' },
  { title: 'Photos of the workshop', lead: 'Dóra Szűcs', status: 'done' },
  { title: 'Order a second screen for Freja’s desk', status: 'done' },
  {
    title: 'Invoice 2026-041',
    lead: 'Bálint Kovács',
    status: 'done',
    notes: 'Half at the start, half when it opens.',
  },
  { title: 'Estimate the translation into Italian', lead: 'Giulia Conti', status: 'done' },
  { title: 'Check the backups, really restore one', status: 'done' },
  { title: 'Sketch the start page', lead: 'Ana Pop', status: 'done' },
  { title: 'Domain moves to the new registrar', lead: 'Giulia Conti', status: 'done' },
  { title: 'Prices for rental bikes', lead: 'Emre Yıldız', status: 'done' },
  { title: 'Thank Bálint for the recommendation', lead: 'Bálint Kovács', status: 'done' },
  { title: 'Write down how we name branches', status: 'done' },
  { title: 'Answer the question about cookies', lead: 'Giulia Conti', status: 'done' },
  { title: 'Find out who answers e-mail at Harbour Repairs', lead: 'Chidi Okafor' },
  { title: 'Catalogue of carpets: how many pictures?', lead: 'Hamid Rahimi', status: 'done' },
  { title: 'Read the proposal for the regatta page', lead: 'Ines Carvalho', status: 'doing' },
  {
    title: 'Shop: delivery costs by weight',
    lead: 'Ana Pop',
    status: 'doing',
    notes: 'Up to 2 kg flat.\nAbove that by the carrier’s table.',
  },
  { title: 'Shop: receipts by e-mail', lead: 'Ana Pop' },
  { title: 'Shop: what happens when the card is refused', lead: 'Ana Pop' },
  { title: 'First talk with Keiko', lead: 'Keiko Tanaka', status: 'done' },
  { title: 'Tea glossary in two languages', lead: 'Keiko Tanaka', status: 'doing' },
  { title: 'Prepare the workshop on accessibility', status: 'doing' },
  { title: 'Ask for the logo as a vector', lead: 'Chidi Okafor' },
  { title: 'Appointment with the accountant', status: 'done' },
  { title: 'Try the booking form with a screen reader', lead: 'Chidi Okafor' },
  { title: 'Roof photos by drone: costs and permits', lead: 'Liam O’Brien' },
  { title: 'Timetable page, draft', lead: 'Maja Lindqvist', status: 'doing' },
  { title: 'Secure area for clients: what does the law ask?', lead: 'Nadia Haddad' },
  { title: 'Clean up the shared drive', notes: 'Everything before 2024 goes to the archive.' },
  { title: 'Offer for Haddad Law', lead: 'Nadia Haddad', status: 'doing' },
  { title: 'Reply to Jonas: we can start in January', lead: 'Jonas Weber' },
  { title: 'Compare three newsletter services', status: 'done' },
  { title: 'Online appointments: demo on Thursday', lead: 'Priya Nair' },
  { title: 'Update the price list' },
  { title: 'Invoice 2026-047', lead: 'Giulia Conti' },
  { title: 'Proofread the about page', lead: 'Ana Pop' },
  { title: 'Gallery: load pictures when they are near', lead: 'Samuel Adeyemi', status: 'doing' },
  { title: 'Plan the Christmas closing days' },
  { title: 'Meet Viktória at the fair', lead: 'Viktória Nagy', notes: 'Hall 3, stand 12, at ten.' },
  { title: 'Catalogue import from her old system', lead: 'Viktória Nagy' },
  { title: 'Renew three certificates by the end of the month' },
  { title: 'Second round with Weber Orchards', lead: 'Jonas Weber' },
  { title: 'Write to everybody who went quiet' },
  { title: 'Order business cards' },
];
