// SPDX-License-Identifier: Apache-2.0
// Fields of a JSON object that somebody else wrote and that may hold anything: each is there in the shape
// that was asked for, or it is not there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/document.hpp"

namespace smm::adapters {

// A JSON text; nothing for numbers, true, false and null.
std::optional<std::string> text_field(const base::Document& object, std::string_view name);

// The same, or empty.
std::string text_or_empty(const base::Document& object, std::string_view name);

// Texts of a list of texts; a single text is a list of one. Nothing when something else stands there.
std::optional<std::vector<std::string>> texts_field(const base::Document& object, std::string_view name);

// A date as JSON Web Tokens have it: seconds since 1970, maybe with a fraction, which is dropped. Nothing
// when it is not a number, or one outside the years 1970 to 9999.
std::optional<std::int64_t> date_field(const base::Document& object, std::string_view name);

// True only for true. Some providers write it as a text.
bool flag_field(const base::Document& object, std::string_view name);

}  // namespace smm::adapters
