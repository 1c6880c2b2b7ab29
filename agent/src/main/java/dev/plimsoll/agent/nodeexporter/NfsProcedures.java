package dev.plimsoll.agent.nodeexporter;

import java.util.List;

/// The procedures of NFS under node_exporter's names, in the order in which the kernel counts them.
/// An empty name is one that is not shown.
final class NfsProcedures {
  /// RFC 1094, section 2.2.
  static final List<String> VERSION_2 =
      words(
          "Null GetAttr SetAttr Root Lookup ReadLink Read WrCache Write Create Remove Rename Link"
              + " SymLink MkDir RmDir ReadDir FsStat");

  /// RFC 1813, section 3.3.
  static final List<String> VERSION_3 =
      words(
          "Null GetAttr SetAttr Lookup Access ReadLink Read Write Create MkDir SymLink MkNod Remove"
              + " RmDir Rename Link ReadDir ReadDirPlus FsStat FsInfo PathConf Commit");

  /// The calls of the kernel's client (`include/linux/nfs4.h`, `NFSPROC4_CLNT_…`).
  static final List<String> CLIENT_4 =
      words(
          "Null Read Write Commit Open OpenConfirm OpenNoattr OpenDowngrade Close Setattr FsInfo"
              + " Renew SetClientID SetClientIDConfirm Lock Lockt Locku Access Getattr Lookup"
              + " LookupRoot Remove Rename Link Symlink Create Pathconf StatFs ReadLink ReadDir"
              + " ServerCaps DelegReturn GetACL SetACL FsLocations ReleaseLockowner Secinfo"
              + " FsidPresent ExchangeID CreateSession DestroySession Sequence GetLeaseTime"
              + " ReclaimComplete LayoutGet GetDeviceInfo LayoutCommit LayoutReturn SecinfoNoName"
              + " TestStateID FreeStateID GetDeviceList BindConnToSession DestroyClientID Seek"
              + " Allocate DeAllocate LayoutStats Clone");

  /// The operations that the server carries out, by their numbers in RFC 7530, section 16.
  static final List<String> SERVER_4 =
      words(
          "- - - Access Close Commit Create DelegPurge DelegReturn GetAttr GetFH Link Lock Lockt"
              + " Locku Lookup LookupRoot Nverify Open OpenAttr OpenConfirm OpenDgrd PutFH - - Read"
              + " ReadDir ReadLink Remove Rename Renew RestoreFH SaveFH SecInfo SetAttr SetClientID"
              + " SetClientIDConfirm Verify Write RelLockOwner");

  private NfsProcedures() {}

  private static List<String> words(String names) {
    return List.of(names.replace("-", "").split(" ", -1));
  }
}
