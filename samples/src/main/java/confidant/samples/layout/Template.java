package confidant.samples.layout;

import confidant.samples.truth.Kind;

/**
 * A way of making papers of one kind: an arrangement and a look.
 *
 * @param id such as {@code payslip/ledger}
 * @param unseen whether it is kept out of training, to try what was learnt
 */
public record Template(String id, Kind kind, boolean unseen, Arrangement arrangement, Look look) {}
