// SPDX-License-Identifier: Apache-2.0
// Use case: two people answered at once, and whoever came second keeps the answer that was saved first. Their
// own one is not lost: it stays beside the question's history as one that was not kept.
//
// Also when the packet or the sheet was closed meanwhile: nothing that stands is changed by it. The same
// answer set aside twice for the same version, as a form that is sent twice does, is kept once.
//
// Problems: not_yours, those of reading an answer (instrument/answer.hpp), key_unavailable.
#pragma once

#include "app/answering/save_answer.hpp"

namespace smm::app {

// What stands now; nothing when no answer does. Request.base and source do not matter.
base::Result<std::optional<assessment::SheetAnswer>> set_answer_aside(Installation& installation,
                                                                      const Hand& hand,
                                                                      const SaveRequest& request);

}  // namespace smm::app
