// SPDX-License-Identifier: Apache-2.0
// The header of a CSV file of the registry, and what was read behind it on the way.
#pragma once

#include <string>
#include <vector>

#include "base/byte_source.hpp"
#include "base/result.hpp"

namespace smm::outcomes::registry {

struct SourceHeader {
  std::vector<std::string> columns;
  std::string rest;  // text behind the header that was read with it
};

base::Result<SourceHeader> read_source_header(base::ByteSource& bytes, const std::string& source);

}  // namespace smm::outcomes::registry
