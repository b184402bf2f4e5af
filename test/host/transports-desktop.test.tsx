/** The full office.js on the simulated Excel on Windows. */
import { installOfficeDesktop } from '../support/office-jsdom';
import { officeTests } from './support/office-tests';

officeTests('PC', installOfficeDesktop);
