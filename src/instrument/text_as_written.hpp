// SPDX-License-Identifier: Apache-2.0
// A text of a YAML file as it stands there, line breaks and all. YAML folds the lines of a long text into one
// and says where its quote or '>' stands; problems found inside the text need the true lines and columns.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/place.hpp"

namespace smm::instrument {

struct TextAsWritten {
  std::string text;
  base::Place place;  // of its first character
};

// `text` is the scalar that begins at `place` in `bytes`. Absent when it is written with escapes, so that
// its characters are not those of the file.
std::optional<TextAsWritten> text_as_written(std::string_view bytes, std::string_view text,
                                             const base::Place& place);

}  // namespace smm::instrument
