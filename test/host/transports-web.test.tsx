/** The full office.js on the simulated Excel on the web. */
import { installOfficeWeb } from '../support/office-jsdom';
import { officeTests } from './support/office-tests';

officeTests('OfficeOnline', installOfficeWeb);
