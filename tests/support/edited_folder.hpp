// SPDX-License-Identifier: Apache-2.0
// Copies of an edition that differ from it in a few lines, written as plain text (*.edit):
//
//   # what is wrong, for the reader
//   file areas/training.yaml     the file that the next lines change
//   at id: site-share            look only behind this text, which stands once in the file
//   -    office: deans-office    these lines, the first time they come together ...
//   +    office: nowhere         ... become these; \xNN stands for a byte
//   new areas/other.yaml         a file that is added; its lines follow, with +
//   gone glossary.yaml           a file that is taken away
//   fill 5000000                 makes the file that many bytes longer (a comment)
//   lock 12ab                    content of edition.lock
//   expect unknown_id areas/training.yaml:24     a problem to be reported, in this order
#pragma once

#include <filesystem>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "edition_folder.hpp"

namespace smm::test {

struct EditedFolder {
  FolderBytes files;
  std::vector<std::string> expected;  // "code file:line"
};

class FolderEditor {
 public:
  explicit FolderEditor(FolderBytes files) { edited_.files = std::move(files); }

  EditedFolder apply(const std::filesystem::path& edit) {
    std::istringstream lines(bytes_of_file(edit));
    for (std::string line; std::getline(lines, line);) read(line);
    flush();
    return std::move(edited_);
  }

 private:
  static std::string with_bytes(const std::string& line) {
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const bool byte = line.compare(i, 2, "\\x") == 0;
      text += byte ? static_cast<char>(std::stoi(line.substr(i + 2, 2), nullptr, 16)) : line[i];
      i += byte ? 3 : 0;
    }
    return text + "\n";
  }

  void read(const std::string& line) {
    if (line.empty() || line.starts_with('#')) return;
    if (line.starts_with('-') && !added_.empty()) flush();
    if (line.starts_with('-')) removed_ += line.substr(1) + "\n";
    if (line.starts_with('+')) added_ += with_bytes(line.substr(1));
    if (line.starts_with('-') || line.starts_with('+')) return;
    flush();
    const std::string word = line.substr(0, line.find(' '));
    const std::string rest = line.substr(std::min(line.size(), word.size() + 1));
    if (word == "file" || word == "new") open(rest, word == "new");
    if (word == "at") from_ = once(rest);
    if (word == "gone" && edited_.files.erase(rest) == 0) throw std::runtime_error("no file " + rest);
    if (word == "fill") edited_.files.at(file_) += "#" + std::string(std::stoul(rest), '.') + "\n";
    if (word == "lock") edited_.files["edition.lock"] = rest + "\n";
    if (word == "expect") edited_.expected.push_back(rest);
  }

  void open(const std::string& path, bool fresh) {
    file_ = path;
    from_ = 0;
    if (fresh) edited_.files[path] = "";
    if (!edited_.files.contains(path)) throw std::runtime_error("no file " + path);
  }

  std::size_t once(const std::string& text) const {
    const std::string& bytes = edited_.files.at(file_);
    const std::size_t at = bytes.find(text);
    if (at == std::string::npos || bytes.find(text, at + 1) != std::string::npos)
      throw std::runtime_error(file_ + " does not hold once: " + text);
    return at;
  }

  // Carries out the change that was being read.
  void flush() {
    if (removed_.empty() && added_.empty()) return;
    std::string& bytes = edited_.files.at(file_);
    const std::size_t at = removed_.empty() ? bytes.size() : bytes.find(removed_, from_);
    if (at == std::string::npos) throw std::runtime_error(file_ + " does not hold: " + removed_);
    bytes.replace(at, removed_.size(), added_);
    removed_.clear();
    added_.clear();
  }

  EditedFolder edited_;
  std::string file_;
  std::size_t from_ = 0;
  std::string removed_;
  std::string added_;
};

}  // namespace smm::test
