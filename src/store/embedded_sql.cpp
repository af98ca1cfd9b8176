// SPDX-License-Identifier: Apache-2.0
#include "store/embedded_sql.hpp"

#include "store/embedded_files.hpp"

namespace smm::store {

std::vector<SqlFile> embedded_sql(std::string_view folder) {
  std::vector<SqlFile> files;
  for (const EmbeddedFile& file : embedded_files())
    if (file.path.starts_with(folder))
      files.push_back({std::string(file.path.substr(folder.size())), std::string(file.bytes)});
  return files;
}

}  // namespace smm::store
