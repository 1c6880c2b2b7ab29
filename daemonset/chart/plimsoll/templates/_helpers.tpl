{{- define "plimsoll.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "plimsoll.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 63 | trimSuffix "-" }}
{{- else if contains (include "plimsoll.name" .) .Release.Name }}
{{- .Release.Name | trunc 63 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name (include "plimsoll.name" .) | trunc 63 | trimSuffix "-" }}
{{- end }}
{{- end }}

{{- define "plimsoll.namespace" -}}
{{- default .Release.Namespace .Values.namespaceOverride }}
{{- end }}

{{- define "plimsoll.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- default (include "plimsoll.fullname" .) .Values.serviceAccount.name }}
{{- else }}
{{- default "default" .Values.serviceAccount.name }}
{{- end }}
{{- end }}

{{- define "plimsoll.selectorLabels" -}}
app.kubernetes.io/name: {{ include "plimsoll.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "plimsoll.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{ include "plimsoll.podLabels" . }}
{{- end }}

{{/* Without the chart's version: a new chart alone is no reason for new pods. */}}
{{- define "plimsoll.podLabels" -}}
{{ include "plimsoll.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/component: agent
app.kubernetes.io/part-of: plimsoll
{{- with .Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "plimsoll.image" -}}
{{- $registry := default .Values.image.registry .Values.global.imageRegistry }}
{{- with $registry }}{{ . }}/{{ end }}{{ .Values.image.repository }}
{{- if .Values.image.digest }}@{{ .Values.image.digest }}{{ else }}:{{ default .Chart.AppVersion .Values.image.tag }}{{ end }}
{{- end }}

{{- define "plimsoll.priorityClassName" -}}
{{- if .Values.priorityClass.create }}
{{- default (include "plimsoll.fullname" .) .Values.priorityClass.name }}
{{- else }}
{{- .Values.priorityClassName }}
{{- end }}
{{- end }}

{{- define "plimsoll.isFull" -}}
{{- if eq .Values.privileges "full" }}true{{ end }}
{{- end }}

{{- define "plimsoll.mountsRoot" -}}
{{- if kindIs "bool" .Values.hostRootFsMount.enabled }}
{{- if .Values.hostRootFsMount.enabled }}true{{ end }}
{{- else if not (include "plimsoll.isFull" .) }}true{{ end }}
{{- end }}

{{- define "plimsoll.isMonitored" -}}
{{- if or .Values.prometheus.podMonitor.enabled .Values.prometheus.monitor.enabled }}true{{ end }}
{{- end }}

{{/* The paths that are scraped, each with its job: own families, then every drop-in that is switched on. */}}
{{- define "plimsoll.endpoints" -}}
{{- include "plimsoll.endpoint" (dict "root" . "path" "/metrics" "job" .Values.prometheus.job) }}
{{- range $name := list "node" "process" "cadvisor" "kube" }}
{{- $dropIn := index $.Values.dropIn $name }}
{{- if $dropIn.enabled }}
{{ include "plimsoll.endpoint" (dict "root" $ "path" (printf "/metrics/%s" $name) "job" $dropIn.job) }}
{{- end }}
{{- end }}
{{- end }}

{{- define "plimsoll.endpoint" -}}
{{- $prometheus := .root.Values.prometheus -}}
- port: metrics
  path: {{ .path }}
  # A series of a container says itself which: namespace, pod and container.
  honorLabels: true
  {{- with $prometheus.interval }}
  interval: {{ . }}
  {{- end }}
  {{- with $prometheus.scrapeTimeout }}
  scrapeTimeout: {{ . }}
  {{- end }}
  {{- with $prometheus.endpoint }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
  relabelings:
    - action: replace
      targetLabel: job
      replacement: {{ .job }}
    # Series go on where a new pod takes an old one's place.
    - action: replace
      sourceLabels: [__meta_kubernetes_pod_node_name]
      targetLabel: instance
    {{- if ne .path "/metrics/kube" }}
    - action: replace
      sourceLabels: [__meta_kubernetes_pod_node_name]
      targetLabel: node
    {{- end }}
    {{- if eq .path "/metrics/cadvisor" }}
    - action: replace
      targetLabel: metrics_path
      replacement: {{ .path }}
    {{- end }}
    # What Prometheus knows of the agent's own pod; kubernetes-mixin joins node_exporter's by its pod.
    - action: labeldrop
      regex: {{ if eq .path "/metrics/node" }}endpoint|service{{ else }}namespace|pod|container|endpoint|service{{ end }}
    {{- with $prometheus.relabelings }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- with $prometheus.metricRelabelings }}
  metricRelabelings:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
