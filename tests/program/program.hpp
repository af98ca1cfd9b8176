// SPDX-License-Identifier: Apache-2.0
// Runs the program as a person does and catches what it prints.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace smm::program {

struct Outcome {
  int code = -1;
  std::string out;
  std::string err;
};

inline std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// A folder of its own for each test, gone afterwards.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "smm-program-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;

  std::string path(const std::string& name) const { return (path_ / name).string(); }
  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
    return path(name);
  }
  std::string read(const std::string& name) const { return text_of(path_ / name); }
  bool has(const std::string& name) const { return std::filesystem::exists(path_ / name); }

  // `arguments` as typed into a shell, after "smm ".
  Outcome smm(const std::string& arguments) const {
    const std::string command =
        std::string(SMM_PROGRAM) + " " + arguments + " >" + path(".out") + " 2>" + path(".err");
    const int status = std::system(command.c_str());
    return {WEXITSTATUS(status), read(".out"), read(".err")};
  }

 private:
  std::filesystem::path path_;
};

}  // namespace smm::program
