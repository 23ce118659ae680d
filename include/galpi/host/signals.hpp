// What happens when a signal ends galpi: no temporary file and no child process stays behind.
#pragma once

namespace galpi::host {

/// Installs handlers for SIGINT, SIGTERM and SIGHUP that remove the temporary files and folders of
/// this process, kill the external programs it started, and then let the signal do what it does by
/// default, so that the exit status is 128+n. A signal that is ignored (nohup) stays ignored.
/// SIGPIPE is ignored from here on: a closed pipe is a write error. Call once, from the main
/// thread.
void remove_temporaries_on_signal();

}  // namespace galpi::host
