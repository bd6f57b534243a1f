// Written for very old versions of Node too, which must get far enough to say what they lack.
var NEEDED = [20, 19];

/** The sentence for a Node that is too old; null for one that will do. */
export function complaintAbout(version) {
  var parts = version.split('.');
  var major = Number(parts[0]);
  var enough = major > NEEDED[0] || (major === NEEDED[0] && Number(parts[1]) >= NEEDED[1]);
  if (enough) return null;
  return (
    'Bedside needs Node ' +
    NEEDED.join('.') +
    ' or newer, and this is ' +
    version +
    '. Install a newer Node from https://nodejs.org and start again.'
  );
}

/** Runs a command of the launcher, unless Node is too old. Its code is loaded only then. */
export function unlessNodeIsOld(load) {
  var complaint = complaintAbout(process.versions.node);
  if (complaint !== null) {
    console.error(complaint);
    process.exit(1);
  }
  load().catch(function (error) {
    console.error(error.name === 'Refusal' ? error.message : error);
    process.exit(1);
  });
}
