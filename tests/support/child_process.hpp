// SPDX-License-Identifier: Apache-2.0
// A program that a test starts for itself, such as a server to talk to: its standard output is read line by
// line, and it is ended with the test (also when the test is killed).
#pragma once

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <stdexcept>
#include <string>
#include <vector>

namespace smm::test {

class ChildProcess {
 public:
  // What the program writes to its standard error comes out at that of the test.
  explicit ChildProcess(const std::vector<std::string>& command, const std::string& folder = ".")
      : name_(command.at(0)) {
    std::vector<char*> arguments;
    for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("there is no pipe");
    process_ = fork();
    if (process_ == 0) {
      prctl(PR_SET_PDEATHSIG, SIGKILL);
      if (dup2(ends[1], 1) < 0 || chdir(folder.c_str()) != 0) _exit(126);
      execvp(arguments[0], arguments.data());
      _exit(127);
    }
    close(ends[1]);
    output_ = ends[0];
  }
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;
  ~ChildProcess() {
    if (process_ > 0) kill(process_, SIGKILL);
    if (process_ > 0) waitpid(process_, nullptr, 0);
    close(output_);
  }

  // The next line; throws when none comes in time, or the program ends.
  std::string line(std::chrono::seconds patience = std::chrono::seconds(60)) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    for (;;) {
      if (const auto end = read_.find('\n'); end != std::string::npos) {
        std::string line = read_.substr(0, end);
        read_.erase(0, end + 1);
        return line;
      }
      const auto left =
          std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
      pollfd ready{output_, POLLIN, 0};
      char bytes[512];
      if (left.count() <= 0 || poll(&ready, 1, static_cast<int>(left.count())) <= 0)
        throw std::runtime_error(name_ + " says nothing");
      const ssize_t count = read(output_, bytes, sizeof bytes);
      if (count <= 0) throw std::runtime_error(name_ + " has ended");
      read_.append(bytes, static_cast<std::size_t>(count));
    }
  }

  pid_t id() const { return process_; }

  // Waits for its end and gives the exit code, or -1 when a signal ended it.
  int exit_code() {
    int status = 0;
    waitpid(process_, &status, 0);
    process_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  std::string name_;
  std::string read_;
  pid_t process_ = -1;
  int output_ = -1;
};

}  // namespace smm::test
