// SPDX-License-Identifier: Apache-2.0
#include "adapters/chromium_child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <thread>
#include <vector>

#include "base/environment_error.hpp"
#include "exchange/json.hpp"

extern char** environ;

namespace smm::adapters {
namespace {

using Clock = std::chrono::steady_clock;

struct Pipe {
  int read = -1;
  int write = -1;
};

Pipe make_pipe() {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw base::EnvironmentError("no pipe can be opened");
  return {ends[0], ends[1]};
}

// Towards the child a pair of sockets: writing to a pipe whose reader is gone would end this process.
Pipe make_line() {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    throw base::EnvironmentError("no line to Chromium can be opened");
  return {ends[0], ends[1]};
}

std::string make_folder() {
  std::string path = (std::filesystem::temp_directory_path() / "smm-print-XXXXXX").string();
  if (mkdtemp(path.data()) == nullptr) throw base::EnvironmentError("no folder can be made for Chromium");
  return path;
}

bool ends_within(pid_t child, std::chrono::milliseconds time) {
  const Clock::time_point until = Clock::now() + time;
  while (Clock::now() < until) {
    if (waitpid(child, nullptr, WNOHANG) != 0) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

// The child's own children end a moment after it, and may write until then.
void remove_folder(const std::string& folder) {
  for (int attempt = 0; attempt < 50; ++attempt) {
    std::error_code refused;
    std::filesystem::remove_all(folder, refused);
    if (!std::filesystem::exists(folder, refused)) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

std::vector<std::string> arguments_of(const std::string& program, const std::string& folder) {
  std::vector<std::string> arguments = {program,
                                        "--headless=new",
                                        "--remote-debugging-pipe",
                                        "--user-data-dir=" + folder,
                                        "--no-first-run",
                                        "--disable-gpu",
                                        "--disable-extensions",
                                        "--disable-background-networking",
                                        "--disable-dev-shm-usage",
                                        "--host-resolver-rules=MAP * ~NOTFOUND",
                                        "--export-tagged-pdf"};
  // Chromium's sandbox refuses to run as root. What is printed here is our own page, without scripts.
  if (geteuid() == 0) arguments.emplace_back("--no-sandbox");
  return arguments;
}

// Below 0 when it cannot be started.
pid_t start(const std::vector<std::string>& arguments, int reads, int writes) {
  std::vector<char*> argv;
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, reads, 3);
  posix_spawn_file_actions_adddup2(&actions, writes, 4);
  for (const int out : {STDOUT_FILENO, STDERR_FILENO})
    posix_spawn_file_actions_addopen(&actions, out, "/dev/null", O_WRONLY, 0);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);  // its own children end with it
  pid_t child = -1;
  const int failure = posix_spawn(&child, argv.front(), &actions, &attributes, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return failure == 0 ? child : -1;
}

// Ends that are far from 3 and 4, so that moving one to its place does not close the other.
int moved_away(int end) {
  const int away = fcntl(end, F_DUPFD_CLOEXEC, 10);
  close(end);
  return away;
}

bool wait_for(int end, short event, Clock::time_point until) {
  while (true) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
    if (left <= 0) return false;
    pollfd waiting{end, event, 0};
    const int ready = poll(&waiting, 1, static_cast<int>(left));
    if (ready > 0) return (waiting.revents & (event | POLLHUP)) != 0;
    if (ready < 0 && errno != EINTR) return false;
  }
}

std::string text_of(const base::Document& message, std::string_view key) {
  const base::Document* value = message.find(key);
  return value != nullptr && value->scalar() != nullptr ? value->scalar()->text : "";
}

}  // namespace

ChromiumChild::ChromiumChild(const std::string& program) : folder_(make_folder()) {
  Pipe down = make_line();
  Pipe up = make_pipe();
  down.read = moved_away(down.read);
  up.write = moved_away(up.write);
  child_ = start(arguments_of(program, folder_), down.read, up.write);
  close(down.read);
  close(up.write);
  to_child_ = down.write;
  from_child_ = up.read;
  if (child_ < 0) {
    close(to_child_);
    close(from_child_);
    remove_folder(folder_);
    throw base::EnvironmentError(program + " cannot be started");
  }
  fcntl(to_child_, F_SETFL, O_NONBLOCK);
}

ChromiumChild::~ChromiumChild() {
  ask("Browser.close", "{}", "", std::chrono::seconds(5));
  close(to_child_);
  close(from_child_);
  if (!ends_within(child_, std::chrono::seconds(5))) {
    kill(-child_, SIGKILL);
    waitpid(child_, nullptr, 0);
  }
  remove_folder(folder_);
}

bool ChromiumChild::send(std::string_view text, Clock::time_point until) {
  while (!text.empty()) {
    const ssize_t sent = ::send(to_child_, text.data(), text.size(), MSG_NOSIGNAL);
    if (sent > 0) {
      text.remove_prefix(static_cast<std::size_t>(sent));
    } else if (errno != EAGAIN && errno != EINTR) {
      return false;
    } else if (!wait_for(to_child_, POLLOUT, until)) {
      return false;
    }
  }
  return true;
}

std::optional<std::string> ChromiumChild::next_message(Clock::time_point until) {
  std::array<char, 65536> buffer;
  while (true) {
    const std::size_t end = read_.find('\0', searched_);
    if (end != std::string::npos) {
      std::string message = read_.substr(0, end);
      read_.erase(0, end + 1);
      searched_ = 0;
      return message;
    }
    searched_ = read_.size();
    if (!wait_for(from_child_, POLLIN, until)) return std::nullopt;
    const ssize_t got = read(from_child_, buffer.data(), buffer.size());
    if (got <= 0) return std::nullopt;
    read_.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

// Reads one message for whoever waits for it; false when none came in time, or the child is gone.
bool ChromiumChild::hear(std::unique_lock<std::mutex>& lock, Clock::time_point until) {
  somebody_reads_ = true;
  lock.unlock();
  const auto message = next_message(until);
  std::optional<base::Document> answer;
  if (message)
    if (auto read = exchange::parse_json(*message, "chromium")) answer = std::move(*read);
  lock.lock();
  somebody_reads_ = false;
  if (answer) {
    const auto awaited = awaited_.find(text_of(*answer, "id"));
    if (awaited != awaited_.end()) awaited->second = std::move(answer);  // else an event
  }
  heard_.notify_all();
  return message.has_value();
}

std::optional<base::Document> ChromiumChild::answer_to(const std::string& id, Clock::time_point until) {
  std::unique_lock lock(hearing_);
  const auto has_come = [&] { return awaited_.at(id).has_value(); };
  while (!has_come()) {
    if (somebody_reads_) {
      if (!heard_.wait_until(lock, until, [&] { return has_come() || !somebody_reads_; })) break;
    } else if (!hear(lock, until)) {
      break;
    }
  }
  std::optional<base::Document> answer = std::move(awaited_.at(id));
  awaited_.erase(id);
  return answer;
}

std::optional<base::Document> ChromiumChild::ask(std::string_view method, const std::string& parameters,
                                                 const std::string& session, std::chrono::milliseconds time) {
  const Clock::time_point until = Clock::now() + time;
  std::string id;
  {
    const std::lock_guard lock(sending_);
    id = std::to_string(++asked_);
    std::string message = "{\"id\":" + id + ",\"method\":" + exchange::json_text(method);
    if (!session.empty()) message += ",\"sessionId\":" + exchange::json_text(session);
    message += ",\"params\":" + parameters + "}";
    message.push_back('\0');
    {
      const std::lock_guard hearing(hearing_);
      awaited_[id];
    }
    if (!send(message, until)) return std::nullopt;
  }
  const auto answer = answer_to(id, until);
  const base::Document* result = answer ? answer->find("result") : nullptr;
  return result == nullptr ? std::nullopt : std::optional(*result);
}

}  // namespace smm::adapters
