// SPDX-License-Identifier: Apache-2.0
// Use cases on a reference folder: import a published list, list and open what is there. The taxonomy sets
// and state shares that ship with the program (content/reference) serve where the folder has none of its own.
#pragma once

#include <string>
#include <vector>

#include "app/content.hpp"
#include "app/files.hpp"
#include "outcomes/reference/import_list.hpp"
#include "outcomes/reference/reference_at.hpp"

namespace smm::app::placing {

struct ImportReferenceRequest {
  outcomes::reference::ListKind kind = outcomes::reference::ListKind::hpsa;
  std::string file;
  outcomes::registry::Day as_of;
  std::string folder;
  bool replace = false;  // a list of that kind and day that differs
};

struct ImportedReference {
  outcomes::reference::ReferenceList list;
  std::string path;
  bool was_there = false;   // the same bytes already
  base::Problems left_out;  // rows
};

// Writes the snapshot or nothing.
base::Result<ImportedReference> import_reference(const Files& files, const ImportReferenceRequest& request);

struct ListInFolder {
  outcomes::reference::ReferenceList list;  // without body
  std::string name;                         // in the folder
  std::string body;                         // CSV
};

// All snapshots of a folder, sorted by name; damaged ones are problems.
base::Result<std::vector<ListInFolder>> read_reference_folder(const Files& files, const std::string& folder);

// Those that are in force on a day, by their names.
base::Result<std::vector<std::string>> names_in_force(const Files& files, const std::string& folder,
                                                      outcomes::registry::Day day);

base::Result<outcomes::reference::ReferenceAt> open_reference_folder(
    const Files& files, const Content& content, const std::string& folder,
    const outcomes::reference::ReferenceOptions& options);

// Only what ships with the program: taxonomy sets and state shares, by which nothing is placed.
base::Result<outcomes::reference::ReferenceAt> open_shipped_lists(
    const Content& content, const outcomes::reference::ReferenceOptions& options);

// The lists that ship with the program, as of their own dates. `content` without them gives none.
std::vector<outcomes::reference::ImportedList> shipped_lists(const Content& content);

}  // namespace smm::app::placing
