import type { Person } from '../store/mailbox.ts';

/** The staff of the demo organisation; all of them have a mailbox and may sign in. The first one owns the demo connection. */
export const people: readonly Person[] = [
  {
    username: 'helpdesk',
    name: 'Help Desk',
    address: 'helpdesk@contoso.test',
    title: 'Service desk',
    department: 'IT',
    phone: '+47 22 00 01 00',
    aliases: ['support@contoso.test'],
  },
  { username: 'ana', name: 'Ana Costa', address: 'ana@contoso.test', title: 'Head of IT operations', department: 'IT', phone: '+47 22 00 01 01' },
  { username: 'li', name: 'Li Wei', address: 'li@contoso.test', title: 'Controller', department: 'Finance', phone: '+47 22 00 02 11' },
  { username: 'marek', name: 'Marek Nowák', address: 'marek@contoso.test', title: 'Warehouse lead', department: 'Logistics', phone: '+47 22 00 03 07' },
  { username: 'priya', name: 'Priya Nair', address: 'priya@contoso.test', title: 'Recruiter', department: 'Human Resources', phone: '+47 22 00 04 15' },
  { username: 'jonas', name: 'Jonas Østby', address: 'jonas@contoso.test', title: 'Account manager', department: 'Sales', phone: '+47 22 00 05 23' },
  { username: 'sofia', name: 'Sofía Romero', address: 'sofia@contoso.test', title: 'Product designer', department: 'Design', phone: '+47 22 00 06 02' },
];
