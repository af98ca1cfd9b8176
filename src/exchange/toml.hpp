// SPDX-License-Identifier: Apache-2.0
// TOML 1.0 text -> Document, for configurations that a person writes.
//
// Refused, each with its place: whatever is not TOML (toml_syntax; reading stops there), nesting deeper than
// 50, invalid UTF-8, more than 4 MiB. Duplicate keys are no TOML. Text is a quoted scalar; numbers, dates and
// true and false are plain scalars: whole numbers in decimal, other numbers in the shortest form that reads
// back as the same. Tables keep the order of their keys' names, not of the file (the library sorts them),
// arrays theirs. Places count lines and bytes from 1.
#pragma once

#include <string>
#include <string_view>

#include "base/document.hpp"
#include "base/result.hpp"

namespace smm::exchange {

base::Result<base::Document> parse_toml(std::string_view bytes, std::string source);

}  // namespace smm::exchange
