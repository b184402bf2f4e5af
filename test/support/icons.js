const { createElement } = require('react');

/** Every icon is an empty picture: jsdom draws nothing, and the package has thousands of them to load. The browser tests have the real ones. */
const Icon = (props) => createElement('svg', { 'aria-hidden': true, className: props.className });
const rest = { __esModule: true, bundleIcon: () => Icon, iconFilledClassName: 'icon-filled', iconRegularClassName: 'icon-regular' };

module.exports = new Proxy(rest, { get: (own, name) => own[name] ?? Icon });
