// SPDX-License-Identifier: Apache-2.0
#include "wiring/signals.hpp"

#include <unistd.h>

#include <csignal>

namespace smm::wiring {
namespace {

sigset_t ending_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  return set;
}

}  // namespace

void block_ending_signals() {
  const sigset_t set = ending_signals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

void wait_for_ending_signal() {
  const sigset_t set = ending_signals();
  int signal = 0;
  sigwait(&set, &signal);
}

bool ending_signal_within(std::chrono::seconds time) {
  const sigset_t set = ending_signals();
  const timespec wait{time.count(), 0};
  return sigtimedwait(&set, nullptr, &wait) > 0;
}

void give_ending_signal() {
  ::kill(::getpid(), SIGTERM);
}

}  // namespace smm::wiring
