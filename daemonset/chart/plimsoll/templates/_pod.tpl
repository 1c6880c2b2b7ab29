{{/* What the profile sets, but for what is given. */}}
{{- define "plimsoll.containerSecurity" -}}
{{- if .isFull }}
{{- if not (hasKey .given "runAsUser") -}}
# A capability that is added reaches only root in a container; every other one is dropped.
runAsUser: 0
{{ end }}
{{- if not (hasKey .given "runAsGroup") -}}
runAsGroup: 0
{{ end }}
{{- else }}
{{- if not (hasKey .given "runAsUser") -}}
runAsUser: 65534
{{ end }}
{{- if not (hasKey .given "runAsGroup") -}}
runAsGroup: 65534
{{ end }}
{{- end }}
{{- range $name, $value := dict "allowPrivilegeEscalation" false "privileged" false "readOnlyRootFilesystem" true }}
{{- if not (hasKey $.given $name) -}}
{{ $name }}: {{ $value }}
{{ end }}
{{- end }}
{{- if not (hasKey .given "capabilities") -}}
capabilities:
  drop: [ALL]
  {{- if .isFull }}
  # io, exe, fd, root and smaps_rollup of other processes, and the folders only their owners may enter.
  add: [SYS_PTRACE, DAC_READ_SEARCH]
  {{- end }}
{{ end }}
{{- if and .isFull .hasAppArmorField (not (hasKey .given "appArmorProfile")) -}}
# The container runtimes' default profile refuses to read other processes, whatever the capabilities.
appArmorProfile:
  type: Unconfined
{{ end }}
{{- end }}

{{- define "plimsoll.volumeMounts" -}}
{{- $mountsRoot := include "plimsoll.mountsRoot" . -}}
{{- if or (not .Values.hostPID) .Values.hostSysFsMount.enabled $mountsRoot .Values.config .Values.webConfig.existingSecret .Values.extraVolumeMounts -}}
volumeMounts:
  {{- if not .Values.hostPID }}
  - name: proc
    mountPath: /host/proc
    readOnly: true
  {{- end }}
  {{- if .Values.hostSysFsMount.enabled }}
  # The container's own /sys shows its own cgroup as the root of all.
  - name: sys
    mountPath: /host/sys
    {{- with .Values.hostSysFsMount.mountPropagation }}
    mountPropagation: {{ . }}
    {{- end }}
    readOnly: true
  {{- end }}
  {{- if $mountsRoot }}
  - name: root
    mountPath: /host/root
    {{- with .Values.hostRootFsMount.mountPropagation }}
    mountPropagation: {{ . }}
    {{- end }}
    readOnly: true
  {{- end }}
  {{- if .Values.config }}
  - name: config
    mountPath: /etc/plimsoll
    readOnly: true
  {{- end }}
  {{- if .Values.webConfig.existingSecret }}
  - name: web-config
    mountPath: /etc/plimsoll-web
    readOnly: true
  {{- end }}
  {{- with .Values.extraVolumeMounts }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "plimsoll.volumes" -}}
{{- $mountsRoot := include "plimsoll.mountsRoot" . -}}
{{- if or (not .Values.hostPID) .Values.hostSysFsMount.enabled $mountsRoot .Values.config .Values.webConfig.existingSecret .Values.extraVolumes -}}
volumes:
  {{- if not .Values.hostPID }}
  - name: proc
    hostPath:
      path: /proc
      type: Directory
  {{- end }}
  {{- if .Values.hostSysFsMount.enabled }}
  - name: sys
    hostPath:
      path: /sys
      type: Directory
  {{- end }}
  {{- if $mountsRoot }}
  - name: root
    hostPath:
      path: /
      type: Directory
  {{- end }}
  {{- if .Values.config }}
  - name: config
    configMap:
      name: {{ include "plimsoll.fullname" . }}
  {{- end }}
  {{- with .Values.webConfig.existingSecret }}
  - name: web-config
    secret:
      secretName: {{ . }}
  {{- end }}
  {{- with .Values.extraVolumes }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- end }}
{{- end }}
